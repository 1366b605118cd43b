"""Files of answers for `handrail init`: one for each way of running, in TOML."""

from __future__ import annotations

from tests.app.whole_settings import APP, TENANT

PUBLIC = 'public_url = "https://coaching.example.org"\n'
TEAMS = f'[teams]\napp_id = "{APP}"\ntenant = "{TENANT}"\ndomain = "example.org"\n'
MAIL = '[mail]\nhost = "127.0.0.1"\nsender = "bot@example.org"\ntls = "none"\n'
NAMED = 'name = "Acme"\norganisation = "acme"\nrun_by = "The team\'s \\"desk\\" at $HOME & `co`"\n'
# What is answered, and the secrets that it then needs.
CASES: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", []),
    "slack by socket": (NAMED + "[slack]\n", ["slack_bot_token", "slack_app_token"]),
    "slack over http": (
        PUBLIC + '[slack]\nway = "http"\n',
        ["slack_bot_token", "slack_signing_secret"],
    ),
    "slack, many workspaces": (
        PUBLIC + '[slack]\nway = "many"\nclient_id = "1.2"\nworkspaces = "T012"\n',
        ["slack_signing_secret", "slack_client_secret"],
    ),
    "teams by a secret": (PUBLIC + TEAMS, ["teams_secret"]),
    "teams by a certificate": (
        NAMED + PUBLIC + TEAMS + 'signs_in = "certificate"\ncertificate = "/etc/bot.pem"\n',
        [],
    ),
    "teams by the machine": (TEAMS + 'signs_in = "managed_identity"\n', []),
    "mail": (PUBLIC + MAIL, []),
    "mail with a sign-in": (PUBLIC + MAIL + 'user = "bot"\n', ["mail_password"]),
    "many, on machines": ('machines = "many"\n', ["database_url", "keys_url"]),
    "many, by compose": (
        'machines = "many"\ninstall = "compose"\n' + PUBLIC + MAIL + 'user = "bot"\n',
        ["mail_password"],
    ),
    "many, in kubernetes": (
        'machines = "many"\ninstall = "kubernetes"\n[keys]\nroot = "aws-kms"\nkms_key = "a"\n',
        [],
    ),
    "one, by compose": ('install = "compose"\n' + NAMED + PUBLIC + MAIL, []),
    "one, by systemd": (
        'install = "systemd"\n[keys]\nroot = "systemd"\n[slack]\n',
        ["slack_bot_token", "slack_app_token"],
    ),
    "one, in kubernetes": (
        'install = "kubernetes"\n' + NAMED + PUBLIC + TEAMS,
        ["teams_secret"],
    ),
    "all platforms": (
        NAMED + PUBLIC + "[slack]\n" + TEAMS + MAIL,
        ["slack_bot_token", "slack_app_token", "teams_secret"],
    ),
}
WRONG = [
    ("organisation = 'Ä zebra'", "HANDRAIL_ORGANISATION"),
    ("zone = 'Mars/zebra'", "HANDRAIL_ZONE"),
    ("public_url = 'http://zebra.example.org'", "HANDRAIL_PUBLIC_URL"),
    ("organization = 'zebra'", "organization"),
    ("machines = 'zebra'", "machines"),
    ("machines = 'many'\ninstall = 'systemd'", "install: systemd is for one process"),
    ("[slack]\nway = 'zebra'", "slack.way"),
    ("[slack]\nway = 'http'", "public_url"),
    ("[slack]\nway = 'many'\nclient_id = 'zebra'", "HANDRAIL_PUBLIC_URL"),
    ("[teams]\napp_id = 'zebra'\ntenant = 'zebra'\ndomain = 'zebra'", "HANDRAIL_TEAMS_APP_ID"),
    (TEAMS.replace("example.org", "zebra!"), "teams: --domain"),
    ("[teams]\napp_id = 'zebra'", "teams.tenant"),
    (PUBLIC + "[mail]\nhost = 'zebra.example'\nsender = 'zebra'", "HANDRAIL_MAIL_FROM"),
    ("[mail]\nhost = 'zebra.example'\nsender = 'zebra@example.org'", "HANDRAIL_PUBLIC_URL"),
    ("[secrets]\nslack_bot_token = 'zebra'", "secrets"),
    ("[secrets]\nslack_bot_token = '/zebra'", "slack_bot_token"),
    ("name = zebra", "not a TOML file"),
]
