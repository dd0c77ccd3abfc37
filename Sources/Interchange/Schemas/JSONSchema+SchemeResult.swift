extension JSONSchema {
  /// The part of the result's schema that describes the answer of one scheme.
  static let resultParts = #"""
        "scheme_result": {
          "type": "object",
          "required": [
            "scheme", "country", "name", "status", "right", "foreign", "figures", "instruments",
            "missing", "assumptions", "notes", "certainty", "unverified", "refunds"
          ],
          "additionalProperties": false,
          "properties": {
            "scheme": {"type": "string"},
            "country": {"$ref": "#/$defs/country"},
            "name": {"$ref": "#/$defs/names"},
            "status": {
              "enum": [
                "payable", "payable_later", "not_qualified", "not_covered", "unknown_agreement",
                "not_computed"
              ]
            },
            "payable_from": {"$ref": "#/$defs/day"},
            "pension": {"type": "string"},
            "pension_name": {"$ref": "#/$defs/names"},
            "right": {
              "type": "object",
              "required": ["needed_totalization"],
              "additionalProperties": false,
              "properties": {
                "independent": {"$ref": "#/$defs/right"},
                "totalized": {"$ref": "#/$defs/right"},
                "needed_totalization": {"type": "boolean"}
              }
            },
            "periods": {
              "type": "object",
              "required": ["own", "foreign", "total", "unit"],
              "additionalProperties": false,
              "properties": {
                "own": {"$ref": "#/$defs/decimal"},
                "foreign": {"$ref": "#/$defs/decimal"},
                "total": {"$ref": "#/$defs/decimal"},
                "unit": {"$ref": "#/$defs/unit"}
              }
            },
            "foreign": {"type": "array", "items": {"$ref": "#/$defs/foreign_credit"}},
            "amounts": {"$ref": "#/$defs/amounts"},
            "pro_rata_share": {
              "$ref": "#/$defs/ratio",
              "description": "Where only the theoretical amount is missing."
            },
            "later": {
              "type": "array",
              "description": "Kinds of pension that open later and pay more.",
              "items": {
                "type": "object",
                "required": ["pension", "name", "from", "paid"],
                "additionalProperties": false,
                "properties": {
                  "pension": {"type": "string"},
                  "name": {"$ref": "#/$defs/names"},
                  "from": {"$ref": "#/$defs/day"},
                  "paid": {"$ref": "#/$defs/decimal"}
                }
              }
            },
            "figures": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "name", "value", "unit"],
                "additionalProperties": false,
                "properties": {
                  "id": {"type": "string"},
                  "name": {"$ref": "#/$defs/names"},
                  "value": {"$ref": "#/$defs/decimal"},
                  "unit": {"type": "string"},
                  "theoretical": {
                    "type": "boolean",
                    "description": "Whether it is the figure as if all periods were own."
                  }
                }
              }
            },
            "instruments": {"$ref": "#/$defs/texts"},
            "method": {
              "enum": [
                "direct", "pro_rata", "higher_of", "claimant_choice", "separate",
                "residence_fraction", "balance", "territorial", "contribution_only", "unknown"
              ]
            },
            "method_law": {"type": "string"},
            "export": {
              "type": "object",
              "required": ["paid", "law", "says"],
              "additionalProperties": false,
              "properties": {
                "paid": {"enum": ["full", "reduced", "none", "unknown"]},
                "law": {"type": "string"},
                "says": {"type": "string"}
              }
            },
            "missing": {"type": "array", "items": {"$ref": "#/$defs/missing"}},
            "assumptions": {"$ref": "#/$defs/texts"},
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["says", "law"],
                "additionalProperties": false,
                "properties": {"says": {"type": "string"}, "law": {"type": "string"}}
              }
            },
            "certainty": {"$ref": "#/$defs/certainty"},
            "unverified": {"$ref": "#/$defs/texts"},
            "refunds": {"type": "array", "items": {"$ref": "#/$defs/refund"}},
            "worksheet": {"type": "array", "items": {"$ref": "#/$defs/worksheet_line"}}
          }
        },
        "missing": {
          "type": "object",
          "required": ["kind", "what", "ask", "law"],
          "additionalProperties": false,
          "properties": {
            "kind": {
              "enum": [
                "fact", "earnings", "parameter", "agreement", "scheme", "formula", "limit",
                "arithmetic"
              ]
            },
            "what": {"type": "string"},
            "ask": {"type": "string"},
            "law": {"type": "string"}
          }
        },
        "refund": {
          "type": "object",
          "description": "What could be paid back instead of a pension, and what that erases.",
          "required": ["id", "name", "says", "law", "currency", "erases", "missing", "certainty"],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string"},
            "name": {"$ref": "#/$defs/names"},
            "says": {"type": "string"},
            "law": {"type": "string"},
            "from": {"$ref": "#/$defs/day"},
            "until": {"$ref": "#/$defs/day"},
            "amount": {"$ref": "#/$defs/decimal"},
            "currency": {"$ref": "#/$defs/currency"},
            "erases": {
              "type": "object",
              "required": ["units", "unit", "says", "law", "counted_by"],
              "additionalProperties": false,
              "properties": {
                "units": {"$ref": "#/$defs/decimal"},
                "unit": {"$ref": "#/$defs/unit"},
                "says": {"type": "string"},
                "law": {"type": "string"},
                "counted_by": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["scheme", "counted", "unit"],
                    "additionalProperties": false,
                    "properties": {
                      "scheme": {"type": "string"},
                      "counted": {"$ref": "#/$defs/decimal"},
                      "unit": {"$ref": "#/$defs/unit"}
                    }
                  }
                }
              }
            },
            "missing": {
              "type": "array",
              "items": {"$ref": "#/$defs/missing"},
              "description": "What decides whether it can be claimed, and is not known."
            },
            "certainty": {"$ref": "#/$defs/certainty"}
          }
        },
        "right": {
          "type": "object",
          "required": ["pension", "met", "conditions"],
          "additionalProperties": false,
          "properties": {
            "pension": {"type": "string"},
            "met": {"type": "boolean"},
            "earliest": {"$ref": "#/$defs/day"},
            "opens_on": {"$ref": "#/$defs/day"},
            "conditions": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "holds", "says", "unit", "law"],
                "additionalProperties": false,
                "properties": {
                  "id": {"type": "string"},
                  "holds": {"type": "boolean"},
                  "says": {"type": "string"},
                  "have": {"$ref": "#/$defs/decimal"},
                  "need": {"$ref": "#/$defs/decimal"},
                  "missing": {"$ref": "#/$defs/decimal"},
                  "unit": {"type": "string"},
                  "law": {"type": "string"}
                }
              }
            }
          }
        },
        "foreign_credit": {
          "type": "object",
          "required": [
            "country", "sum", "sum_unit", "counted", "counted_unit", "left_out", "taken_over",
            "law"
          ],
          "additionalProperties": false,
          "properties": {
            "country": {"$ref": "#/$defs/country"},
            "scheme": {"type": "string"},
            "sum": {"$ref": "#/$defs/decimal"},
            "sum_unit": {"$ref": "#/$defs/unit"},
            "counted": {"$ref": "#/$defs/decimal"},
            "counted_unit": {"$ref": "#/$defs/unit"},
            "left_out": {"$ref": "#/$defs/decimal"},
            "over_maximum": {"$ref": "#/$defs/decimal"},
            "taken_over": {"type": "boolean"},
            "law": {"type": "string"}
          }
        },
        "ratio": {
          "type": "object",
          "required": ["numerator", "denominator"],
          "additionalProperties": false,
          "properties": {
            "numerator": {"$ref": "#/$defs/decimal"},
            "denominator": {"$ref": "#/$defs/decimal"}
          }
        },
        "amounts": {
          "type": "object",
          "required": [
            "currency", "per", "rhythm", "payments", "claimant_may_choose", "projection",
            "last_published"
          ],
          "additionalProperties": false,
          "properties": {
            "paid": {"$ref": "#/$defs/decimal"},
            "basis": {"enum": ["independent", "totalized", "pro_rata"]},
            "currency": {"$ref": "#/$defs/currency"},
            "per": {"$ref": "#/$defs/unit"},
            "rhythm": {
              "enum": ["monthly", "quarterly", "yearly", "weekly", "every_2_weeks", "every_4_weeks"]
            },
            "payments": {"type": "integer", "minimum": 1, "description": "A year."},
            "from": {"$ref": "#/$defs/day"},
            "independent": {"$ref": "#/$defs/decimal"},
            "totalized": {"$ref": "#/$defs/decimal"},
            "theoretical": {"$ref": "#/$defs/decimal"},
            "prorated": {"$ref": "#/$defs/decimal"},
            "prorated_per": {"$ref": "#/$defs/unit"},
            "ratio": {"$ref": "#/$defs/ratio"},
            "pro_rata": {"$ref": "#/$defs/decimal"},
            "minimum_supplement": {
              "$ref": "#/$defs/decimal",
              "description": "Added by the State of residence, on top of paid."
            },
            "claimant_may_choose": {"type": "boolean"},
            "projection": {"type": "boolean"},
            "last_published": {"type": "boolean"}
          }
        },
        "worksheet_line": {
          "type": "object",
          "required": ["step", "setting", "name", "sentence", "value", "unit", "law"],
          "additionalProperties": false,
          "properties": {
            "step": {"type": "string"},
            "setting": {"enum": ["independent", "totalized", "theoretical", "prorated"]},
            "name": {"$ref": "#/$defs/names"},
            "sentence": {"type": "string"},
            "value": {
              "oneOf": [
                {"type": "string"},
                {"type": "boolean"},
                {"type": "array", "items": {"$ref": "#/$defs/day"}},
                {
                  "type": "object",
                  "description": "By year, or by month.",
                  "additionalProperties": false,
                  "patternProperties": {
                    "^-?[0-9]+(-(0[1-9]|1[0-2]))?$": {"$ref": "#/$defs/decimal"}
                  }
                }
              ]
            },
            "unit": {"type": "string"},
            "law": {"type": "string"},
            "rounding": {"type": "string"}
          }
        }
      }
    }

    """#
}
