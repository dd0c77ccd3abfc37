extension JSONSchema {
  /// The head of the schema of ``ResultWriter/format``; its parts follow.
  static let resultHead = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sojourn:result:1",
      "title": "The answer to a case",
      "type": "object",
      "required": [
        "format", "rule_book", "certainty", "warnings", "schemes", "countries_without_scheme",
        "agreements", "transferable", "lost_without_agreements"
      ],
      "additionalProperties": false,
      "properties": {
        "format": {"const": "sojourn/result/1"},
        "id": {"type": "string", "description": "The id of the case."},
        "rule_book": {
          "type": "object",
          "required": ["date", "hash"],
          "additionalProperties": false,
          "properties": {
            "date": {
              "type": "string", "description": "The day its law was last brought up to date."
            },
            "hash": {"type": "string"}
          }
        },
        "certainty": {"$ref": "#/$defs/certainty"},
        "warnings": {"type": "array", "items": {"type": "string"}},
        "schemes": {"type": "array", "items": {"$ref": "#/$defs/scheme_result"}},
        "countries_without_scheme": {
          "type": "array", "items": {"$ref": "#/$defs/country"}
        },
        "agreements": {"type": "array", "items": {"$ref": "#/$defs/agreement"}},
        "transferable": {"type": "array", "items": {"$ref": "#/$defs/transfer"}},
        "lost_without_agreements": {"type": "array", "items": {"$ref": "#/$defs/loss"}}
      },
      "$defs": {
        "certainty": {"enum": ["unverified", "secondary", "primary"]},
        "country": {"type": "string", "pattern": "^[A-Z]{2,4}$"},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "decimal": {
          "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
          "description": "Exact, and so a text."
        },
        "unit": {"enum": ["day", "week", "month", "quarter", "year"]},
        "names": {
          "description": "By language code.",
          "type": "object", "additionalProperties": {"type": "string"}
        },
        "texts": {"type": "array", "items": {"type": "string"}},
        "agreement": {
          "type": "object",
          "required": ["countries", "state", "instruments", "says"],
          "additionalProperties": false,
          "properties": {
            "countries": {
              "type": "array", "items": {"$ref": "#/$defs/country"}, "minItems": 2, "maxItems": 2
            },
            "state": {"enum": ["in_force", "none", "unknown"]},
            "instruments": {"$ref": "#/$defs/texts"},
            "says": {"type": "string"}
          }
        },
        "transfer": {
          "type": "object",
          "required": ["from", "to", "counted", "unit", "says"],
          "additionalProperties": false,
          "properties": {
            "from": {"$ref": "#/$defs/country"},
            "to": {"type": "string"},
            "instrument": {"type": "string"},
            "counted": {"$ref": "#/$defs/decimal"},
            "unit": {"$ref": "#/$defs/unit"},
            "says": {"type": "string"}
          }
        },
        "loss": {
          "type": "object",
          "required": ["scheme", "currency", "per", "right_lost"],
          "additionalProperties": false,
          "properties": {
            "scheme": {"type": "string"},
            "with_agreements": {"$ref": "#/$defs/decimal"},
            "without": {"$ref": "#/$defs/decimal"},
            "currency": {"$ref": "#/$defs/currency"},
            "per": {"$ref": "#/$defs/unit"},
            "right_lost": {"type": "boolean"}
          }
        },

    """#
}
