// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates.util;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The name of a boolean field, and the condition that it is true. */
public interface BooleanReference extends EffectPredicateProvider, ParameterReference<Boolean> {
    @Override
    default EffectPredicate init(final PredicateInitializer initializer) {
        return initializer.getBoolean(getClass()).isTrue();
    }
}
