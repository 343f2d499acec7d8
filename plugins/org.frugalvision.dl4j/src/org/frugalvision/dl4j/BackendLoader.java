// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Through which ND4J looks for its backend when it is to compute on the CPU: everything of the bundle, but the services
 * of the CUDA libraries. ND4J would otherwise prefer CUDA and load its native libraries, just because they are there.
 */
final class BackendLoader extends ClassLoader {

    private static final String SERVICES = "META-INF/services/org.nd4j.";

    private static final String CUDA = "jcublas";

    BackendLoader(final ClassLoader bundle) {
        super(bundle);
    }

    @Override
    public Enumeration<URL> getResources(final String name) throws IOException {
        final Enumeration<URL> all = super.getResources(name);
        if (!name.startsWith(SERVICES)) {
            return all;
        }
        final List<URL> kept = new ArrayList<>();
        for (final URL url : Collections.list(all)) {
            try (InputStream in = url.openStream()) {
                if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(CUDA)) {
                    kept.add(url);
                }
            }
        }
        return Collections.enumeration(kept);
    }
}
