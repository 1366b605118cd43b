"""Whole sets of settings, one for each way of running, which together name every setting there is.

Each value that must not be shown holds `ZEBRA`.
"""

from __future__ import annotations

from bot.settings import Settings

ZEBRA = "zebra"
APP, TENANT = "6f1a1c2e-0000-4000-8000-00000000abcd", "6f1a1c2e-0000-4000-8000-0000000000ff"

_EVERYWHERE = {
    "host": "localhost",
    "port": "8090",
    "data": "here",
    "epochs": "epochs-here",
    "organisation": "acme",
    "run_by": "The coaching team",
    "zone": "Europe/Berlin",
    "code_days": "7",
    "codes_a_day": "5",
    "guest_days": "3",
    "coaches": f"slack/T1/{ZEBRA}",
    "engagement_weeks": "10",
    "grace_days": "7",
    "keep_days": "30",
    "backup_days": "10",
    "sponsor_name": "Acme People",
    "sponsor_address": f"{ZEBRA}@example.org",
    "minimum_group": "9",
    "digests": "by_reference",
    "questions": "sets",
    "contacts": "contacts.toml",
    "alarm_minutes": "20",
    "alarm_to": f"{ZEBRA}@example.org",
    "smtp_url": f"smtps://bot:{ZEBRA}@localhost:465",
    "public_url": "https://coaching.example.org",
    "most_connections": "100",
    "most_per_address": "50",
    "watch_port": "9090",
    "watch_host": "localhost",
    "log_level": "DEBUG",
    "policy_file": "policy.toml",
    "recovery": "recovery-here",
    "recovery_key": "handrail-recovery-public-abc",
    "log_format": "json",
    "traces_endpoint": "https://traces.example.org",
}
EVERYWHERE = {name: _EVERYWHERE[name] for name in Settings.model_fields if name in _EVERYWHERE}
SLACK = {"slack_signing_secret": ZEBRA, "slack_api": "https://slack-gov.com/api/"}
CASES = {
    "local page": EVERYWHERE,
    "many processes": {
        "database_url": f"postgresql://data:{ZEBRA}@localhost/data",
        "keys_url": f"postgresql://keys:{ZEBRA}@localhost/keys",
        "epoch_root": "aws-kms",
        "kms_key": "alias/handrail",
        "kms_endpoint": f"https://kms.example.org/{ZEBRA}?token={ZEBRA}#{ZEBRA}",
    },
    "slack, one workspace": {
        **SLACK,
        "slack_bot_token": f"xoxb-{ZEBRA}",
        "slack_app_token": f"xapp-{ZEBRA}",
        "slack_read_aloud": f"U0{ZEBRA.upper()}",
    },
    "slack, many workspaces": {
        **SLACK,
        "public_url": "https://coaching.example.org",
        "slack_client_id": "1.2",
        "slack_client_secret": ZEBRA,
        "slack_workspaces": "T012,E012",
        "slack_privacy_url": "https://example.org/privacy",
        "slack_support_url": "https://example.org/help",
        "slack_support_email": "help@example.org",
        "slack_history": "limited",
    },
    "teams by a secret": {
        "teams_app_id": APP,
        "teams_tenant": TENANT,
        "teams_tenants": TENANT,
        "teams_secret": ZEBRA,
        "teams_sdk": "agents",
        "teams_tabs": "https://coaching.example.org",
    },
    "teams by a certificate": {
        "teams_app_id": APP,
        "teams_tenant": TENANT,
        "teams_certificate": "bot.pem",
        "teams_cloud": "gcc-high",
    },
    "teams by the machine": {
        "teams_app_id": APP,
        "teams_tenant": TENANT,
        "teams_managed_identity": "true",
    },
    "teams on this machine": {"teams_local": "true"},
    "mail": {
        "public_url": "https://coaching.example.org",
        "mail_host": "smtp.example.org",
        "mail_port": "587",
        "mail_tls": "tls",
        "mail_user": "handrail",
        "mail_password": ZEBRA,
        "mail_from": "handrail@example.org",
        "mail_domains": "coach.example",
        "mail_per_minute": "10",
    },
}
