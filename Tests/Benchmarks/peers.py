"""Times open-source packages and Sojourn on the same careers in one run, and prints ratios.

usage: peers.py srpp|openfisca|gettsim PROGRAM [CAREERS]
needs: pip install srpp openpyxl              for the Canada Pension Plan
       pip install openfisca-france-pension   for the French general scheme
       pip install gettsim                    for the German pension insurance
Neither is a dependency. End to end means: a process that starts, reads nothing, computes the
careers and ends; compute only leaves the start out. Sojourn reads its cases as JSON and writes
JSON in both. The packages' figures are second opinions, compared elsewhere; here only time is. gettsim does
not turn the wages of a career into points: it is given them, and does less than Sojourn does.
"""

import json
import os
import random
import subprocess
import sys
import time


# What a package computes is asked of Sojourn too, and nothing besides.
SCHEMES = {"srpp": "CA.CPP", "openfisca": "FR.CNAV", "gettsim": "DE.GRV"}
COUNTRIES = {"srpp": "CA", "openfisca": "FR", "gettsim": "DE"}


def careers(country, count):
    """Careers without gaps from the year of age 21 to 64, wages around the average."""
    rng = random.Random(20261124)
    # gettsim knows one day's law for all: the people who turn 65 in the year before that day.
    youngest, oldest = (1960, 1960) if country == "DE" else (1953, 1948)
    for _ in range(count):
        born = rng.randint(oldest, youngest)
        level = rng.uniform(0.4, 1.3)
        wages = {}
        for year in range(born + 21, born + 65):
            average = 6_000 * 1.047 ** (year - 1970)
            wages[year] = round(average * level * rng.uniform(0.9, 1.1), 2)
        yield {"country": country, "born": born, "wages": wages}


def case(number, career):
    born, wages = career["born"], career["wages"]
    years = sorted(wages)
    return {
        "format": "sojourn/case/1", "id": str(number),
        "person": {"born": f"{born}-06-15", "sex": "male", "lives_in": career["country"]},
        "claim": {"from": f"{born + 65}-07-01"},
        "periods": [{
            "country": career["country"], "from": f"{years[0]}-01-01", "to": f"{years[-1]}-12-31",
            "type": "employed", "earnings": {str(year): str(wages[year]) for year in years}}]}


def sojourn(program, scheme, lines, jobs):
    began = time.perf_counter()
    done = subprocess.run(
        [program, "entitlements", "--ndjson", "--detail", "figures", "--scheme", scheme,
         "--jobs", str(jobs)],
        input=lines, capture_output=True, check=True)
    seconds = time.perf_counter() - began
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    paid = sum(1 for a in answers for s in a.get("schemes", []) if "paid" in s.get("amounts", {}))
    assert paid >= len(answers), f"{paid} amounts for {len(answers)} cases"
    return seconds


def run_srpp(people):
    from srpp import account, rules

    began = time.perf_counter()
    law = rules(qpp=False)
    total = 0.0
    for person in people:
        one = account(person["born"], rules=law)
        for year, wage in person["wages"].items():
            one.MakeContrib(year, wage)
        one.ClaimCPP(person["born"] + 65)
        one.CalcBenefit(person["born"] + 65)
        total += one.gBenefit(person["born"] + 65)
    assert total > 0
    return time.perf_counter() - began


def run_openfisca(people):
    import numpy as np
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_france_pension import CountryTaxBenefitSystem

    began = time.perf_counter()
    system = CountryTaxBenefitSystem()
    loaded = time.perf_counter()
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", [str(i) for i in range(len(people))])
    simulation = builder.build(system)
    born = np.array([f"{p['born']}-06-15" for p in people], dtype="datetime64[D]")
    start = np.array([f"{p['born'] + 65}-07-01" for p in people], dtype="datetime64[D]")
    simulation.set_input("date_de_naissance", "ETERNITY", born)
    simulation.set_input("regime_general_cnav_liquidation_date", "ETERNITY", start)
    for year in range(1965, 2019):
        wages = np.array([p["wages"].get(year, 0.0) for p in people], dtype="float32")
        simulation.set_input("regime_general_cnav_salaire_de_base", str(year), wages)
    total = 0.0
    for year in sorted({p["born"] + 65 for p in people}):
        total += simulation.calculate("regime_general_cnav_pension_brute", str(year)).sum()
    assert total > 0
    return time.perf_counter() - began, time.perf_counter() - loaded


def run_gettsim(people):
    began = time.perf_counter()
    import numpy as np
    from gettsim import InputData, MainTarget, TTTargets, main as compute

    loaded = time.perf_counter()
    count = len(people)
    points = [sum(w / (6_000 * 1.047 ** (y - 1970)) for y, w in p["wages"].items()) for p in people]
    pension = {"sozialversicherung": {"rente": {
        "entgeltpunkte": np.array(points), "bezieht_rente": np.ones(count, dtype=bool),
        "altersrente": {"zugangsfaktor": np.ones(count)}}}}
    target = {"sozialversicherung": {"rente": {"altersrente": {"bruttorente_basisbetrag_m": None}}}}
    result = compute(
        main_target=MainTarget.results.tree, policy_date_str="2026-07-01", include_warn_nodes=False,
        input_data=InputData.tree({
            "alter": np.full(count, 66), "p_id": np.arange(count), "hh_id": np.arange(count),
            "wohnort_ost_hh": np.zeros(count, dtype=bool), **pension}),
        tt_targets=TTTargets(tree=target))
    sums = result["sozialversicherung"]["rente"]["altersrente"]["bruttorente_basisbetrag_m"]
    assert len(sums) == count and min(sums) > 0
    return time.perf_counter() - began, time.perf_counter() - loaded


def main(peer, program, count):
    country = COUNTRIES[peer]
    people = list(careers(country, count))
    lines = "".join(json.dumps(case(i, p)) + "\n" for i, p in enumerate(people)).encode()
    # The package once in a fresh process, start included.
    began = time.perf_counter()
    inner = subprocess.run(
        [sys.executable, __file__, "--inner", peer, str(count)], capture_output=True, text=True,
        env=dict(os.environ))
    whole = time.perf_counter() - began
    if inner.returncode != 0:
        sys.exit(inner.stderr[-2000:])
    compute = float(inner.stdout.split()[-1])
    one, two = (sojourn(program, SCHEMES[peer], lines, jobs) for jobs in (1, 2))
    print(f"{peer}, {count} careers of {country}: end to end {whole:.2f} s, compute only {compute:.2f} s")
    print(f"sojourn, end to end: one worker {one:.2f} s, two {two:.2f} s")
    print(f"ratio end to end: {whole / one:.1f} (one worker), {whole / two:.1f} (two); "
          f"compute only of the package over all of ours: {compute / one:.1f}")


if sys.argv[1] == "--inner":
    group = list(careers(COUNTRIES[sys.argv[2]], int(sys.argv[3])))
    if sys.argv[2] == "srpp":
        print(run_srpp(group))
    elif sys.argv[2] == "gettsim":
        print(run_gettsim(group)[1])
    else:
        print(run_openfisca(group)[1])
else:
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 200)
