// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * What a network shall not exceed, measured against a whole network.
 *
 * @param whole the whole network
 * @param settings name the quantity
 */
record Target(Network whole, PruningSettings settings) {

    private static final int ROUNDS = 9;

    /** How finely widths are told apart: time is measured for few of them. */
    private static final int STEPS = 4096;

    private static final int TIMED_STEPS = 32;

    /** Whether a network keeps to a share already. */
    boolean metBy(final Network network, final double share, final RunControl run) throws CanceledException {
        return share(network, run) <= share;
    }

    /**
     * The widest networks that keep to a share.
     *
     * @param share of the whole network's quantity
     * @param widths widths to choose from
     * @param smaller makes the network of given widths
     * @throws SettingsException if not even the smallest one does
     */
    int[] widest(final double share, final Widths widths, final Maker smaller, final RunControl run)
        throws CanceledException {
        final int steps = settings.quantity() == Quantity.LATENCY ? TIMED_STEPS : STEPS;
        final double least = share(smaller.of(widths.at(1)), run);
        if (least > share) {
            throw new SettingsException("Keep (%)", "must be at least %s for this network and these rules"
                .formatted(Wording.value(Math.ceil(least * 1000) / 10)), PruningSettings.percent(settings.share()),
                "Raise it.", "Lower Least channels, or round to another multiple.", "Keep fewer layers.");
        }
        int tooWide = 0;
        int narrow = steps;
        while (narrow - tooWide > 1) {
            final int middle = (tooWide + narrow) / 2;
            if (share(smaller.of(widths.at((double)middle / steps)), run) <= share) {
                narrow = middle;
            } else {
                tooWide = middle;
            }
        }
        return widths.at((double)narrow / steps);
    }

    private double share(final Network network, final RunControl run) throws CanceledException {
        return switch (settings.quantity()) {
            case PARAMETERS -> (double)network.spec().parameters() / whole.spec().parameters();
            case MULTIPLY_ADDS -> (double)network.spec().multiplyAdds() / whole.spec().multiplyAdds();
            case FILE_BYTES -> (double)Quantity.fileBytes(network) / Quantity.fileBytes(whole);
            case LATENCY -> {
                final List<Latency> times = Latency.of(List.of(whole, network), settings.batchSize(), ROUNDS, run);
                yield times.get(1).median() / times.get(0).median();
            }
        };
    }

    /** Makes networks. */
    @FunctionalInterface
    interface Maker {

        /** Of these widths. */
        Network of(int[] widths);
    }
}
