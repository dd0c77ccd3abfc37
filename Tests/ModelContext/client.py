"""Drives `sojourn stdio` with the official Python client of the Model Context Protocol.

usage: client.py PROGRAM CASE.json      (needs: pip install mcp)
Both kinds of revision are driven: the one in which every request stands alone, and the one that
begins with a handshake. Ends with 0 where everything was as expected.
"""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters, stdio_client

TOOLS = {"entitlements", "agreements", "posting", "remit", "arrives", "rules_show", "schema", "version"}


async def check_tools(session, case):
    listed = await session.list_tools()
    names = {tool.name for tool in listed.tools}
    assert names == TOOLS, names
    for tool in listed.tools:
        schema = getattr(tool, "input_schema", None) or tool.inputSchema
        assert tool.description and schema["type"] == "object", tool.name

    def structured(result):
        return getattr(result, "structured_content", None) or getattr(result, "structuredContent", None)

    def failed(result):
        return getattr(result, "is_error", None) or getattr(result, "isError", False)

    answer = await session.call_tool("entitlements", {"case": case})
    assert not failed(answer), answer
    schemes = {scheme["scheme"]: scheme for scheme in structured(answer)["schemes"]}
    assert schemes["DE.GRV"]["amounts"]["paid"] == "703.28", schemes["DE.GRV"]
    assert "EUR 703.28 a month" in answer.content[0].text

    wrong = await session.call_tool("entitlements", {"case": {"format": "sojourn/case/1"}})
    assert failed(wrong) and "case.missing-person" in wrong.content[0].text, wrong

    pair = await session.call_tool("agreements", {"country": "US", "other": "DE"})
    assert structured(pair)["pairs"][0]["state"] == "in_force"
    home = await session.call_tool("arrives", {"case": case, "to": "PH", "offline": True})
    assert structured(home)["home"] == "PH"


async def main(program, path):
    case = json.load(open(path, encoding="utf-8"))
    server = StdioServerParameters(
        command=program, args=["stdio"],
        env={"SOJOURN_TODAY": "2026-11-23", "PATH": "/usr/bin:/bin"})
    async with stdio_client(server) as (reader, writer):
        async with ClientSession(reader, writer) as session:
            begun = await session.initialize()
            version = getattr(begun, "protocol_version", None) or begun.protocolVersion
            assert version == "2025-11-25", version
            await check_tools(session, case)
            print(f"handshake {version}: as expected")
    try:
        from mcp import Client
    except ImportError:
        print("this client knows no revision without handshake; left out")
        return
    async with Client(server) as client:
        version = client.protocol_version
        assert version == "2026-07-28", version
        await check_tools(client, case)
        print(f"stand-alone {version}: as expected")


asyncio.run(main(sys.argv[1], sys.argv[2]))
