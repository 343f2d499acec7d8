// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Optional;

/** What is left of the time and the images that a training may use. */
final class Budget {

    private final StoppingSettings m_settings;

    private final long m_start = System.nanoTime();

    private final double m_secondsBefore;

    private long m_images;

    /** With what was used before the training was interrupted. */
    Budget(final StoppingSettings settings, final double seconds, final long images) {
        m_settings = settings;
        m_secondsBefore = seconds;
        m_images = images;
    }

    /** How many images may still be used. */
    int affordable() {
        return m_settings.images() == 0 ? Integer.MAX_VALUE
            : (int)Math.min(Integer.MAX_VALUE, m_settings.images() - m_images);
    }

    void use(final int images) {
        m_images += images;
    }

    double seconds() {
        return m_secondsBefore + (System.nanoTime() - m_start) / 1e9;
    }

    /** The larger share of the two that is used up; 0 without limits. */
    double used() {
        return Math.max(m_settings.images() == 0 ? 0 : (double)m_images / m_settings.images(),
            m_settings.seconds() == 0 ? 0 : Math.min(1, seconds() / m_settings.seconds()));
    }

    /** Why the training must end now. */
    Optional<Ending> ending() {
        if (m_settings.images() > 0 && m_images >= m_settings.images()) {
            return Optional.of(Ending.IMAGES_USED);
        }
        return m_settings.seconds() > 0 && seconds() >= m_settings.seconds() ? Optional.of(Ending.SECONDS_USED)
            : Optional.empty();
    }
}
