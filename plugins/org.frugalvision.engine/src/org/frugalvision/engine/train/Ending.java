// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;

import org.frugalvision.engine.run.Settings;

/** Why a training ended. */
public enum Ending {

    /** It did what it was asked. */
    ALL_EPOCHS("all epochs done"),

    /** Early stopping. */
    NO_IMPROVEMENT("no improvement on the validation images"),

    /** Its time was used up. */
    SECONDS_USED("time budget used up"),

    /** Its images were used up. */
    IMAGES_USED("image budget used up");

    private final String m_label;

    Ending(final String label) {
        m_label = label;
    }

    /** @return its name in files; never changes */
    String id() {
        return Settings.text(this);
    }

    static Ending of(final String id) {
        return Arrays.stream(values()).filter(ending -> ending.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no ending " + id + "."));
    }

    /** @return the reason in a few words for people */
    public String label() {
        return m_label;
    }
}
