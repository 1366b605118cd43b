"""What the environment says of the network, made to mean the same for every library.

aiohttp, msal's requests, boto3 and Slack's socket each read variables of their own. An operator
sets HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE, and all of them follow (docs/network.md).
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

CA_FILE = "SSL_CERT_FILE"
CA_FOLDER = "SSL_CERT_DIR"
# By library: the variable in which it wants the file of CAs.
OWN_NAMES = ("REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE")


def same_for_all(environment: MutableMapping[str, str]) -> None:
    """Sets what the libraries read from what the operator has set, and replaces nothing set.

    Slack's socket (wss) takes the proxy of https. Nobody reads a netrc file: its passwords would
    take the place of the bot's own tokens.
    """
    environment["NETRC"] = os.devnull
    proxy = environment.get("https_proxy") or environment.get("HTTPS_PROXY")
    if proxy and not (environment.get("wss_proxy") or environment.get("WSS_PROXY")):
        environment["WSS_PROXY"] = proxy
    if environment.get(CA_FILE):
        for name in OWN_NAMES:
            environment.setdefault(name, environment[CA_FILE])


def fault_of_cas(environment: MutableMapping[str, str]) -> str | None:
    """Returns a sentence where the named CAs cannot be read. OpenSSL itself would say nothing."""
    for name, is_there in ((CA_FILE, Path.is_file), (CA_FOLDER, Path.is_dir)):
        given = environment.get(name)
        if given and not (is_there(Path(given)) and os.access(given, os.R_OK)):
            return f"{name} names something that is not there, or that this user may not read."
    return None
