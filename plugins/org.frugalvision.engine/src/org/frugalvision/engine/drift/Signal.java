// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

/** What a detector watches. */
public enum Signal {

    /** Errors or, without labels, lack of confidence. */
    ERROR("labels, or probabilities in their place"),
    /** Predicted classes. */
    PREDICTION("predicted classes"),
    /** Embeddings. */
    EMBEDDING("embeddings");

    private final String m_label;

    Signal(final String label) {
        m_label = label;
    }

    /** @return what the table must have for it */
    public String label() {
        return m_label;
    }

    /** Whether an observation has it. */
    boolean isIn(final Observation observation) {
        return switch (this) {
            case ERROR -> observation.error().isPresent();
            case PREDICTION -> observation.prediction().isPresent();
            case EMBEDDING -> observation.embedding().isPresent();
        };
    }
}
