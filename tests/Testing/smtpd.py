"""A mail server for tests: a random port, every mail a file, and bad manners on demand.

usage: python3 smtpd.py FOLDER [CERTIFICATE KEY]

Prints the port, and ends with its standard input. What it does to a recipient is told by the address:
refuse… 550, busy… 451, gone… 421 and hangs up, slow… answers late, drop… keeps the mail and hangs up without an answer, once… does so the first time.
Lines on standard input tell what it does to everybody, and are answered with a line once they hold:
  down | up | mode ok | mode 421 | mode slow SECONDS | mode notls
"""
import asyncio, os, ssl, sys

from aiosmtpd.smtp import SMTP

folder, certificate = sys.argv[1], sys.argv[2:4]
mode = ["ok"]
count = 0
dropped = set()


class Mailbox:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        if mode[0] == "421":
            server.transport.write(b"421 service not available\r\n")
            server.transport.close()
        if mode[0] == "notls":
            responses = [r for r in responses if "STARTTLS" not in r]
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if mode[0] == "slow":
            await asyncio.sleep(float(mode[1]))
        if name.startswith("slow"):
            await asyncio.sleep(2)
        if name.startswith("refuse"):
            return "550 no such mailbox"
        if name.startswith("busy"):
            return "451 mailbox busy, try again later"
        if name.startswith("gone") or mode[0] == "421":
            server.transport.write(b"421 closing\r\n")
            server.transport.close()
            return "421 closing"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        count += 1
        name = os.path.join(folder, f"{count:06d}.eml")
        with open(name + ".part", "wb") as file:
            for to in envelope.rcpt_tos:
                file.write(f"X-Envelope-To: {to}\r\n".encode())
            file.write(f"X-Secure: {'yes' if session.ssl else 'no'}\r\n".encode())
            file.write(envelope.original_content)
        os.rename(name + ".part", name)
        once = [to for to in envelope.rcpt_tos if to.startswith("once") and to not in dropped]
        dropped.update(once)
        if once or any(to.startswith("drop") for to in envelope.rcpt_tos):
            server.transport.close()
            return "451 dropped"
        return "250 kept"


class Server(SMTP):
    pass


async def main():
    loop = asyncio.get_running_loop()
    tls = None
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*certificate)

    def connect():
        return Server(Mailbox(), tls_context=tls, require_starttls=False, hostname="mail.test", loop=loop)

    server = await loop.create_server(connect, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(port, flush=True)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        words = line.decode().split()
        if words[0] == "down" and server is not None:
            server.close()
            server = None
        elif words[0] == "up" and server is None:
            server = await loop.create_server(connect, "127.0.0.1", port)
        elif words[0] == "mode":
            mode[:] = words[1:]
        print("done", flush=True)


asyncio.run(main())
