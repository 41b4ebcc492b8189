"""The part of SARIF 2.1.0 that our logs use, as a JSON Schema.

Written for these tests after the text of the OASIS standard (sections named below); no package on the index
ships the official schema. Objects list every property the standard gives them, so a misspelt or misplaced
one fails here as it would there.
"""

from __future__ import annotations

from typing import Any


def obj(required: tuple[str, ...], properties: dict[str, Any], others: str = "") -> dict[str, Any]:
    """An object with these properties and, untyped, the further ones of the standard."""
    allowed: dict[str, Any] = {name: {} for name in others.split()}
    return {
        "type": "object",
        "required": list(required),
        "properties": {"properties": {"type": "object"}, **allowed, **properties},
        "additionalProperties": False,
    }


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def many(items: dict[str, Any], *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique}


TEXT = {"type": "string"}
INDEX = {"type": "integer", "minimum": -1}
LENGTH = {"type": "integer", "minimum": 0}
PLACE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}

DEFS: dict[str, Any] = {
    # 3.11, 3.12
    "message": {
        **obj((), {"text": TEXT, "markdown": TEXT, "id": TEXT, "arguments": many(TEXT)}),
        "minProperties": 1,
    },
    "multiformat": obj(("text",), {"text": TEXT, "markdown": TEXT}),
    # 3.4
    "artifactLocation": obj(
        (), {"uri": {"type": "string", "format": "uri-reference"}}, "uriBaseId index description"
    ),
    # 3.30
    "region": obj(
        (),
        {
            **dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), PLACE),
            **dict.fromkeys(("charOffset", "byteOffset"), INDEX),
            **dict.fromkeys(("charLength", "byteLength"), LENGTH),
            "snippet": ref("artifactContent"),
        },
        "message sourceLanguage",
    ),
    "artifactContent": obj((), {"text": TEXT, "binary": TEXT}, "rendered"),
    # 3.28, 3.29, 3.33
    "location": obj(
        (),
        {
            "physicalLocation": ref("physicalLocation"),
            "logicalLocations": many(ref("logicalLocation"), unique=True),
        },
        "id message annotations relationships",
    ),
    "physicalLocation": obj(
        (), {"artifactLocation": ref("artifactLocation"), "region": ref("region")}, "address contextRegion"
    ),
    "logicalLocation": obj(
        (), {"name": TEXT, "fullyQualifiedName": TEXT, "kind": TEXT}, "index decoratedName parentIndex"
    ),
    # 3.55 to 3.57
    "fix": obj(
        ("artifactChanges",), {"description": ref("message"), "artifactChanges": many(ref("artifactChange"))}
    ),
    "artifactChange": obj(
        ("artifactLocation", "replacements"),
        {"artifactLocation": ref("artifactLocation"), "replacements": many(ref("replacement"))},
    ),
    "replacement": obj(
        ("deletedRegion",), {"deletedRegion": ref("region"), "insertedContent": ref("artifactContent")}
    ),
    # 3.27
    "result": obj(
        ("message",),
        {
            "ruleId": TEXT,
            "ruleIndex": INDEX,
            "level": LEVEL,
            "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
            "message": ref("message"),
            "locations": many(ref("location")),
            "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
            "fixes": many(ref("fix"), unique=True),
        },
        "rule analysisTarget guid correlationGuid occurrenceCount fingerprints stacks codeFlows graphs "
        "graphTraversals relatedLocations suppressions baselineState rank attachments hostedViewerUri "
        "workItemUris provenance taxa webRequest webResponse",
    ),
    # 3.49, 3.50
    "rule": obj(
        ("id",),
        {
            "id": TEXT,
            "name": TEXT,
            "shortDescription": ref("multiformat"),
            "fullDescription": ref("multiformat"),
            "help": ref("multiformat"),
            "helpUri": {"type": "string", "format": "uri"},
            "defaultConfiguration": obj(
                (), {"level": LEVEL, "enabled": {"type": "boolean"}}, "rank parameters"
            ),
        },
        "deprecatedIds guid deprecatedGuids deprecatedNames messageStrings relationships",
    ),
    # 3.19
    "driver": obj(
        ("name",),
        {
            "name": TEXT,
            "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
            "language": {"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
            "rules": many(ref("rule"), unique=True),
        },
        "guid organization product productSuite shortDescription fullDescription fullName version "
        "dottedQuadFileVersion releaseDateUtc downloadUri informationUri globalMessageStrings notifications "
        "taxa locations contents isComprehensive localizedDataSemanticVersion",
    ),
    # 3.20, 3.58
    "invocation": obj(
        ("executionSuccessful",),
        {"executionSuccessful": {"type": "boolean"}, "toolExecutionNotifications": many(ref("notification"))},
        "commandLine arguments responseFiles startTimeUtc endTimeUtc exitCode toolConfigurationNotifications "
        "exitCodeDescription exitSignalName exitSignalNumber processStartFailureMessage machine account "
        "processId executableLocation workingDirectory environmentVariables stdin stdout stderr stdoutStderr",
    ),
    "notification": obj(
        ("message",),
        {"message": ref("message"), "level": LEVEL, "locations": many(ref("location"))},
        "threadId timeUtc exception descriptor associatedRule",
    ),
    # 3.24
    "artifact": obj(
        (),
        {"location": ref("artifactLocation")},
        "description parentIndex offset length roles mimeType contents encoding sourceLanguage hashes",
    ),
    # 3.14
    "run": obj(
        ("tool",),
        {
            "tool": obj(("driver",), {"driver": ref("driver")}, "extensions"),
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "newlineSequences": {**many(TEXT, unique=True), "minItems": 1},
            "invocations": many(ref("invocation")),
            "artifacts": many(ref("artifact"), unique=True),
            "results": many(ref("result")),
        },
        "conversion language versionControlProvenance originalUriBaseIds logicalLocations graphs "
        "automationDetails runAggregates baselineGuid redactionTokens defaultEncoding defaultSourceLanguage "
        "externalPropertyFileReferences threadFlowLocations taxonomies addresses translations policies "
        "webRequests webResponses specialLocations",
    ),
}
# 3.13
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": DEFS,
    **obj(
        ("version", "runs"),
        {"version": {"const": "2.1.0"}, "$schema": {"type": "string"}, "runs": many(ref("run"))},
        "inlineExternalProperties",
    ),
}
