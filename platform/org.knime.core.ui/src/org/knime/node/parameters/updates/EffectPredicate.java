// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** A condition on the fields of a dialog; dialogs are never built here, so a condition cannot be combined. */
public interface EffectPredicate {
    /**
     * @param other another condition
     * @return holds when both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        throw new UnsupportedOperationException("Conditions of dialogs are not evaluated by this runtime.");
    }

    /**
     * @param other another condition
     * @return holds when one of both holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        throw new UnsupportedOperationException("Conditions of dialogs are not evaluated by this runtime.");
    }

    /** @return holds when this one does not */
    default EffectPredicate negate() {
        throw new UnsupportedOperationException("Conditions of dialogs are not evaluated by this runtime.");
    }
}
