"""What every answer carries, so that a page can load, send and embed nothing that is not named."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

OURS = ("style-src", "script-src", "img-src", "font-src", "connect-src", "form-action")
NOBODYS = ("default-src", "base-uri", "frame-ancestors")
POLICY = "; ".join([*(f"{one} 'none'" for one in NOBODYS), *(f"{one} 'self'" for one in OURS)])
Answer = Callable[[HttpRequest], HttpResponse]


def strict(answer: Answer) -> Answer:
    """Middleware: scripts and styles of this program alone, nothing from elsewhere, nothing kept by the browser."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if getattr(response, "open_to_all", False):
            response.cookies.clear()  # nobody who reads a label is told from anybody else
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return with_headers
