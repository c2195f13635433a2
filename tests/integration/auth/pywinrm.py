"""Signs in to the endpoint with a client that others wrote (pywinrm), with message encryption, and reads an answer.

Usage: pywinrm.py ntlm|kerberos HOST PORT USER PASSWORD SPOILED; exit code 77: this client is not installed.
SPOILED is "none", "password" or "name"; the answer goes to standard output."""
import base64
import struct
import sys

try:
    from winrm.exceptions import InvalidCredentialsError, WinRMTransportError
    from winrm.transport import Transport

    if sys.argv[1] == "ntlm":
        import requests_ntlm  # noqa: F401
    else:
        import kerberos
        import requests_kerberos  # noqa: F401
except ImportError as missing:
    print(missing)
    sys.exit(77)

ENVELOPE = """<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
 xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"><s:Header><a:To>http://{host}:{port}/wsman</a:To>
 <a:Action s:mustUnderstand="true">{action}</a:Action>
 <w:ResourceURI s:mustUnderstand="true">http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/{name}</w:ResourceURI>
 <a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>
 <a:MessageID>uuid:5F3E9C1A-0000-4000-8000-000000000001</a:MessageID></s:Header><s:Body>{body}</s:Body></s:Envelope>"""
ENUMERATE = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate"
BODY = "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>50</w:MaxElements></n:Enumerate>"


def encrypt(context, message):
    kerberos.authGSSClientWrapIov(context, base64.b64encode(message).decode(), 1)
    whole = base64.b64decode(kerberos.authGSSClientResponse(context))
    (length,) = struct.unpack("<i", whole[:4])
    return whole[4 + length:], whole[4:4 + length]


def decrypt(context, message, header):
    whole = struct.pack("<i", len(header)) + header + message
    kerberos.authGSSClientUnwrapIov(context, base64.b64encode(whole).decode())
    return base64.b64decode(kerberos.authGSSClientResponse(context))


def name_as_later_versions_do():
    """requests_kerberos looks for the functions under the names of a later pykerberos than Debian's."""
    if not hasattr(kerberos, "authGSSWinRMEncryptMessage"):
        kerberos.authGSSWinRMEncryptMessage = encrypt
        kerberos.authGSSWinRMDecryptMessage = decrypt


def main():
    scheme, host, port, user, password, spoiled = sys.argv[1:7]
    if scheme == "kerberos":
        name_as_later_versions_do()
    transport = Transport(
        endpoint=f"http://{host}:{port}/wsman", username=user, password=password, realm=None, service="HTTP",
        keytab=None, ca_trust_path=None, cert_pem=None, cert_key_pem=None, read_timeout_sec=30,
        server_cert_validation="validate", kerberos_delegation=False, kerberos_hostname_override=None,
        auth_method=scheme, message_encryption="always", credssp_disable_tlsv1_2=False, send_cbt=True)
    name = "Msvm_NoSuchClass" if spoiled == "name" else "Msvm_ComputerSystem"
    envelope = ENVELOPE.format(host=host, port=port, action=ENUMERATE, name=name, body=BODY)
    try:
        for _ in range(2):  # the second message goes through the same context
            answer = transport.send_message(envelope)
    except InvalidCredentialsError as refused:
        print("refused:", refused)
        return 3
    except WinRMTransportError as fault:
        print("fault:", fault.response_text if hasattr(fault, "response_text") else fault)
        return 4
    print(answer if isinstance(answer, str) else answer.decode())
    return 0


sys.exit(main())
