#!/usr/bin/env python3
"""Walks simple-salesforce through signing in by SOAP, records, queries and both bulk APIs against a server that runs.

Opt-in: `pip install simple-salesforce`, and a server with HTTPS_PORT, since this client speaks https only:

    REQUESTS_CA_BUNDLE=.muster/tls/tls.crt \
      python3 tests/clients/simple-salesforce.py https://127.0.0.1:8443 USERNAME PASSWORD
"""
import sys
import time

from simple_salesforce import Salesforce, SalesforceLogin
from simple_salesforce.exceptions import SalesforceAuthenticationFailed, SalesforceMalformedRequest

url, username, password = sys.argv[1:4]
host = url.removeprefix("https://").rstrip("/")
failed = 0


def check(name, is_good, found=""):
    global failed
    failed += 0 if is_good else 1
    print(f"{'ok    ' if is_good else 'FAILED'} {name}{'' if is_good else f': {found}'}")


try:
    SalesforceLogin(username=username, password="wrong", security_token="", scratch_url=url)
    check("a wrong password", False)
except SalesforceAuthenticationFailed as refusal:
    check("a wrong password", refusal.code == "INVALID_LOGIN", refusal)

session_id, instance = SalesforceLogin(username=username, password=password, security_token="", scratch_url=url)
check("login by SOAP", instance == host, instance)
sf = Salesforce(session_id=session_id, instance_url=url)

stamp = str(time.time_ns())
account = sf.Account.create({"Name": f"simple {stamp}"})
check("create", account["success"], account)
check("get", sf.Account.get(account["id"])["Name"] == f"simple {stamp}")
check("update", sf.Account.update(account["id"], {"Phone": "1"}) == 204)
check("describe", sf.Account.describe()["name"] == "Account")
check("describe global", len(sf.describe()["sobjects"]) > 20)
check("limits", sf.limits()["DailyApiRequests"]["Max"] > 0)
try:
    sf.Account.create({"Phone": "1"})
    check("a required field", False)
except SalesforceMalformedRequest as refusal:
    check("a required field", refusal.content[0]["errorCode"] == "REQUIRED_FIELD_MISSING", refusal.content)

rows = [{"Name": f"bulk {stamp}", "NumberOfEmployees": i, "Phone": None} for i in range(250)]
made = sf.bulk.Account.insert(rows + [{"NumberOfEmployees": 1}], batch_size=100)
check("bulk insert", sum(1 for row in made if row["success"]) == 250 and len(made) == 251, made[-1])
check("bulk refusal", made[-1]["errors"][0]["statusCode"] == "REQUIRED_FIELD_MISSING", made[-1])
soql = f"SELECT Id, Name, NumberOfEmployees, CreatedDate FROM Account WHERE Name = 'bulk {stamp}'"
found = sf.bulk.Account.query(soql)
check("bulk query", len(found) == 250 and isinstance(found[0]["CreatedDate"], int), found[:1])
check("query all", sf.query_all(soql)["totalSize"] == 250)
pages = [page for page in sf.query_all_iter(soql)]
check("query in pages", len(pages) == 250)
ids = [{"Id": row["Id"]} for row in found]
changed = sf.bulk.Account.update([{**each, "Phone": "2"} for each in ids])
check("bulk update", all(row["success"] for row in changed), changed[:1])
upserted = sf.bulk.Account.upsert([{**each, "Phone": "3"} for each in ids[:10]], "Id")
check("bulk upsert", all(row["success"] and not row["created"] for row in upserted), upserted[:1])
check("bulk hard delete", all(row["success"] for row in sf.bulk.Account.hard_delete(ids[:100])))
check("bulk delete", all(row["success"] for row in sf.bulk.Account.delete(ids[100:])))
deleted = sf.query_all(soql, include_deleted=True)["totalSize"]
check("what is left in the recycle bin", deleted == 150, deleted)

two = sf.bulk2.Account.insert(records=[{"Name": f"two {stamp}"}, {"Name": f"two {stamp}"}])
check("bulk 2 insert", two[0]["numberRecordsProcessed"] == 2 and two[0]["numberRecordsFailed"] == 0, two)
text = "".join(sf.bulk2.Account.query(f"SELECT Id, Name FROM Account WHERE Name = 'two {stamp}'"))
check("bulk 2 query", len(text.strip().split("\n")) == 3, text)
left = sf.query(f"SELECT Id FROM Account WHERE Name LIKE '%{stamp}'")["records"]
gone = sf.bulk2.Account.delete(records=[{"Id": row["Id"]} for row in left])
check("bulk 2 delete", gone[0]["numberRecordsFailed"] == 0, gone)
check("search", sf.quick_search("simple") is not None)

print(f"{failed} failed")
sys.exit(1 if failed else 0)
