// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

/** Settings of augmentations as tests want them; other packages do not see their fields. */
public final class Changes {

    private Changes() {
    }

    /** These steps, with this border. */
    public static AugmentationParameters of(final BorderChoice border, final StepParameters... steps) {
        final var parameters = new AugmentationParameters();
        parameters.m_steps = steps;
        parameters.m_border = border;
        return parameters;
    }
}
