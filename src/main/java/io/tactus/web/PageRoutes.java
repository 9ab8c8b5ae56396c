package io.tactus.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Addresses of the single-page application, such as {@code /upload}, all serve its one page. Quinoa's own routing for that comes
 * after REST, which answers every unknown address with a problem document; so this comes before.
 */
@ApplicationScoped
final class PageRoutes {
    private static final int BEFORE_REST = -500;
    private static final String PAGE = "/";

    void register(@Observes Router router) {
        router.get().order(BEFORE_REST).handler(PageRoutes::route);
    }

    private static void route(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(PAGE)) {
            // The page names the present scripts; a kept one would name those of an engine before.
            context.addHeadersEndHandler(
                    ignored -> context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
            context.next();
        } else if (isPage(path) && wantsHtml(context)) {
            context.reroute(PAGE);
        } else {
            context.next();
        }
    }

    private static boolean isPage(String path) {
        return !under(path, "/api") && !under(path, "/q") && !path.contains(".");
    }

    private static boolean under(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static boolean wantsHtml(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
