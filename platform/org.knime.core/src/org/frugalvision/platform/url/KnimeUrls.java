// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.url;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Hashtable;

import org.knime.core.util.FileUtil;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/** Teaches {@link URL} the protocol {@code knime}. Starting the bundle does it for the whole framework. */
public final class KnimeUrls implements BundleActivator {

    /** The protocol. */
    public static final String PROTOCOL = "knime";

    private static URLConnection connect(final URL url) throws IOException {
        try {
            final var file = FileUtil.resolveToPath(url);
            if (file == null) {
                throw new FileNotFoundException(url.toString());
            }
            return file.toUri().toURL().openConnection();
        } catch (URISyntaxException e) {
            throw new MalformedURLException(e.getMessage());
        }
    }

    /** Reads a URL of this protocol, also where no framework runs. */
    public static URL parse(final String url) throws MalformedURLException {
        return new URL(null, url, new URLStreamHandler() {

            @Override
            protected URLConnection openConnection(final URL opened) throws IOException {
                return connect(opened);
            }
        });
    }

    @Override
    public void start(final BundleContext context) {
        final var properties = new Hashtable<String, Object>(); // the framework asks for this type
        properties.put(URLConstants.URL_HANDLER_PROTOCOL, new String[]{PROTOCOL});
        context.registerService(URLStreamHandlerService.class, new AbstractURLStreamHandlerService() {

            @Override
            public URLConnection openConnection(final URL url) throws IOException {
                return connect(url);
            }
        }, properties);
    }

    @Override
    public void stop(final BundleContext context) {
        // the framework takes the service away
    }
}
