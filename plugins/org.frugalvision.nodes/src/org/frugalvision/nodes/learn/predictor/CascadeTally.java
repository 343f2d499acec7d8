// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.Locale;
import java.util.Optional;

/** Adds up what images cost with the confidence cascade, in units of one pass in full. */
final class CascadeTally {

    private long m_images;

    private long m_again;

    private double m_cost;

    /**
     * @param cost of one image; above 1 if it went through the network twice
     */
    void add(final double cost) {
        m_images++;
        m_again += cost > 1 ? 1 : 0;
        m_cost += cost;
    }

    /** @return a sentence if the cascade saved nothing */
    Optional<String> warning() {
        return m_images == 0 || m_cost < m_images ? Optional.empty() : Optional.of(
            String.format(Locale.ROOT,
                "The confidence cascade saved nothing: it sent %.0f %% of the images through the network twice, at "
                    + "%.2f times the cost of sending each once. Lower the threshold or switch it off.",
                100.0 * m_again / m_images, m_cost / m_images));
    }
}
