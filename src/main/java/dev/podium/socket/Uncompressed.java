package dev.podium.socket;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Offers no compression of frames, the one of whole messages is turned off by configuration: a hall's text would be
 * compressed for each phone, and its layer would stand between a socket and its shared bytes.
 */
@Singleton
class Uncompressed implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setPerFrameWebSocketCompressionSupported(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
