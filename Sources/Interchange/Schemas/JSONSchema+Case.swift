extension JSONSchema {
  /// The schema of ``CaseReader/format``.
  ///
  /// What lies between fields (an end before its start, sums that overlap) only the reader checks.
  static let caseText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sojourn:case:1",
      "title": "A case: one person's career and claim",
      "type": "object",
      "required": ["format", "person"],
      "additionalProperties": false,
      "properties": {
        "format": {"const": "sojourn/case/1"},
        "id": {"$ref": "#/$defs/identifier", "description": "Repeated in the result."},
        "note": {"description": "Anything; it is not read."},
        "person": {
          "type": "object",
          "required": ["born"],
          "additionalProperties": false,
          "properties": {
            "born": {"$ref": "#/$defs/day"},
            "sex": {"enum": ["female", "male"]},
            "lives_in": {"$ref": "#/$defs/country"},
            "citizen_of": {
              "type": "array", "items": {"$ref": "#/$defs/country"}, "maxItems": 2000
            },
            "note": {}
          }
        },
        "claim": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "benefit": {"enum": ["old_age"]},
            "from": {
              "$ref": "#/$defs/day",
              "description": "First day of the pensions; left out: the earliest possible."
            },
            "as_of": {
              "$ref": "#/$defs/day", "description": "The day the amounts are asked for."
            },
            "starts": {
              "type": "object",
              "description": "Another first day for single schemes.",
              "additionalProperties": {"$ref": "#/$defs/day"}
            },
            "note": {}
          }
        },
        "periods": {
          "type": "array", "items": {"$ref": "#/$defs/period"}, "maxItems": 2000
        },
        "facts": {
          "type": "object",
          "description": "What schemes ask beyond periods, by scheme.",
          "propertyNames": {"$ref": "#/$defs/scheme"},
          "additionalProperties": {
            "type": "object",
            "maxProperties": 2000,
            "additionalProperties": {"$ref": "#/$defs/fact"}
          }
        }
      },
      "$defs": {
        "identifier": {"type": ["string", "number"]},
        "day": {
          "type": "string", "format": "date",
          "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
        },
        "country": {
          "type": "string", "pattern": "^[A-Za-z]{2,4}$", "description": "ISO 3166-1 or 3166-3."
        },
        "scheme": {"type": "string", "pattern": "^[A-Z]{2,4}\\..+$"},
        "currency": {
          "type": "string", "pattern": "^[A-Za-z]{3}$", "description": "ISO 4217."
        },
        "decimal": {
          "description": "Exact either way.",
          "oneOf": [
            {"type": "number"},
            {
              "type": "string",
              "pattern": "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?$"
            }
          ]
        },
        "amount": {
          "description": "Money or a sum of periods: not negative.",
          "oneOf": [
            {"type": "number", "minimum": 0},
            {
              "type": "string",
              "pattern": "^[+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?$"
            }
          ]
        },
        "by_year": {
          "type": "object",
          "maxProperties": 2000,
          "additionalProperties": false,
          "patternProperties": {
            "^[0-9]{4}(-(0[1-9]|1[0-2]))?$": {"$ref": "#/$defs/amount"}
          }
        },
        "earnings": {
          "description": "By year or month, or one typical wage.",
          "oneOf": [
            {
              "type": "object",
              "required": ["amount", "per"],
              "additionalProperties": false,
              "properties": {
                "amount": {"$ref": "#/$defs/amount"},
                "per": {"enum": ["day", "week", "month", "quarter", "year"]},
                "currency": {"$ref": "#/$defs/currency"}
              }
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "currency": {"$ref": "#/$defs/currency"},
                "estimated": {
                  "description": "Years whose earnings stand for what nobody knows.",
                  "type": "array", "maxItems": 2000,
                  "items": {
                    "oneOf": [
                      {"type": "integer", "minimum": 1880},
                      {"type": "string", "pattern": "^[0-9]{4}$"}
                    ]
                  }
                },
                "by_year": {"$ref": "#/$defs/by_year"}
              },
              "patternProperties": {
                "^[0-9]{4}(-(0[1-9]|1[0-2]))?$": {"$ref": "#/$defs/amount"}
              }
            }
          ]
        },
        "certified": {
          "description": "A sum certified by the institution; it beats the dates.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "days": {"$ref": "#/$defs/amount"},
            "weeks": {"$ref": "#/$defs/amount"},
            "months": {"$ref": "#/$defs/amount"},
            "quarters": {"$ref": "#/$defs/amount"},
            "years": {"$ref": "#/$defs/amount"},
            "days_per_week": {"enum": [5, 6, 7, "5", "6", "7"]}
          },
          "oneOf": [
            {"required": ["days"]}, {"required": ["weeks"]}, {"required": ["months"]},
            {"required": ["quarters"]}, {"required": ["years"]}
          ]
        },
        "type": {
          "description": "A name, or a code of the form P5000; left out: employed.",
          "enum": [
            "compulsory", "employed", "self_employed", "unemployed", "voluntary",
            "voluntary_employed", "voluntary_self_employed", "voluntary_unemployed", "residence",
            "assimilated", "sickness", "unemployment", "military", "education", "child_raising",
            "pension", "maternity", "early_retirement", "unemployment_benefit", "invalidity",
            "care", "fictitious",
            "10", "11", "12", "13", "20", "21", "22", "23", "30", "40", "41", "42", "43", "44",
            "45", "46", "47", "48", "49", "50", "51", "52",
            10, 11, 12, 13, 20, 21, 22, 23, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52
          ]
        },
        "period": {
          "type": "object",
          "required": ["country", "from", "to"],
          "additionalProperties": false,
          "properties": {
            "country": {"$ref": "#/$defs/country"},
            "scheme": {"$ref": "#/$defs/scheme"},
            "from": {"$ref": "#/$defs/day"},
            "to": {"$ref": "#/$defs/day"},
            "type": {"$ref": "#/$defs/type"},
            "earnings": {"$ref": "#/$defs/earnings"},
            "certified": {"$ref": "#/$defs/certified"},
            "note": {}
          }
        },
        "fact": {
          "oneOf": [
            {"type": "boolean"},
            {"type": "number"},
            {"type": "string"},
            {"type": "array", "items": {"$ref": "#/$defs/day"}, "maxItems": 2000},
            {
              "type": "object",
              "maxProperties": 2000,
              "additionalProperties": false,
              "patternProperties": {"^[0-9]{4}$": {"$ref": "#/$defs/decimal"}}
            }
          ]
        }
      }
    }

    """#
}
