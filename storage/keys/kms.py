"""A root that protects the epoch's secret with AWS KMS. Only this file knows the SDK."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.domain.outgoing import is_protected
from storage.trouble import RefusedError

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:  # pragma: no cover - the tests have it
    raise RefusedError(
        "HANDRAIL_EPOCH_ROOT is aws-kms, but its library is not installed. Install "
        "handrail[aws], then start again. Nothing was changed."
    ) from None

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

CONTEXT = "handrail-epoch"
SECONDS = 5.0
MOST_ATTEMPTS = 2


class KmsRoot:
    """Sends the secret to the KMS and back, over TLS; the KMS's own key never leaves it.

    `bound_to` must be text. It becomes the encryption context, which a key policy can ask for.
    """

    name = "aws-kms"

    def __init__(self, client: KMSClient, key: str) -> None:
        self._client = client
        self._key = key

    def protect(self, secret: bytes, bound_to: bytes) -> bytes:
        context = {CONTEXT: bound_to.decode()}
        try:
            answer = self._client.encrypt(
                KeyId=self._key, Plaintext=secret, EncryptionContext=context
            )
        except (BotoCoreError, ClientError) as why:
            raise _refused("protect", why) from None
        return answer["CiphertextBlob"]

    def reveal(self, protected: bytes, bound_to: bytes) -> bytes:
        context = {CONTEXT: bound_to.decode()}
        try:
            answer = self._client.decrypt(
                KeyId=self._key, CiphertextBlob=protected, EncryptionContext=context
            )
        except (BotoCoreError, ClientError) as why:
            raise _refused("open", why) from None
        return answer["Plaintext"]


def make_kms_root(key: str | None, endpoint: str | None, seconds: float = SECONDS) -> KmsRoot:
    """Makes the root. The SDK finds credentials and region; an ARN names its own region.

    `seconds` limits each connection and each answer. It asks nothing of the network yet.
    Raises RefusedError for an incomplete or unsafe choice.
    """
    if not key:
        raise RefusedError(
            "HANDRAIL_EPOCH_ROOT is aws-kms, but HANDRAIL_KMS_KEY is empty. Set it to the key's "
            "id or ARN, then start again. Nothing was changed."
        )
    if endpoint is not None and not (endpoint and is_protected(endpoint)):
        raise RefusedError(
            "HANDRAIL_KMS_ENDPOINT must begin with https://, for the epoch key passes through "
            "it. Set it right, then start again. Nothing was changed."
        )
    # At DEBUG these loggers write whole requests, and with them the secret.
    for chatty in ("boto3", "botocore", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    config = Config(
        connect_timeout=seconds,
        read_timeout=seconds,
        retries={"total_max_attempts": MOST_ATTEMPTS, "mode": "standard"},
    )
    try:
        client = boto3.client(
            "kms", region_name=_region(key), endpoint_url=endpoint or None, config=config
        )
    except (BotoCoreError, ValueError) as why:
        raise _refused("open", why) from None
    if not is_protected(client.meta.endpoint_url):
        raise RefusedError(
            "The AWS settings of this machine (AWS_ENDPOINT_URL, or its configuration file) name a "
            "KMS without https://, and the epoch key passes through it. Set it right, then start "
            "again. Nothing was changed."
        )
    return KmsRoot(client, key)


def _region(key: str) -> str | None:
    parts = key.split(":")
    return parts[3] if key.startswith("arn:") and len(parts) > 5 else None


def _refused(what: str, why: Exception) -> RefusedError:
    # Say only the code or kind: the full text can name accounts, or repeat the request.
    reason = type(why).__name__
    if isinstance(why, ClientError):
        reason = why.response.get("Error", {}).get("Code", reason)
    return RefusedError(
        f"AWS KMS could not {what} the epoch key ({reason}). See that the KMS can be reached, "
        "that HANDRAIL_KMS_KEY is the right key and that this service may use it, then try "
        "again. Nothing was changed."
    )
