// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Concatenation;

/**
 * The cheap convolution of Han et al. 2020 (arXiv:1911.11907) with s = 2 and d = 3: half of the maps come from a
 * convolution, the other half from a depthwise convolution of 3 x 3 of the first half. Numbers of maps are even.
 */
final class GhostModule {

    private GhostModule() {
    }

    /** Adds one to a chain. */
    static void add(final Chain chain, final String name, final int filters, final int kernel,
        final Activation activation) {
        if (filters % 2 != 0) {
            throw new IllegalArgumentException("a ghost module has an even number of maps, but not " + filters);
        }
        final String own =
            chain.convolution(name + "-own", filters / 2, kernel, 1, kernel / 2, activation).last();
        final String ghosts = chain.depthwise(name + "-ghosts", 1, activation).last();
        chain.join(name, new Concatenation(), own, ghosts);
    }
}
