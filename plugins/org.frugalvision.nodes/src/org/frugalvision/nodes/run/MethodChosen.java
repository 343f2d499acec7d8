// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.util.Arrays;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** Whether one of some methods is chosen; stands on the group of their settings. */
public abstract class MethodChosen implements EffectPredicateProvider {

    private final Class<? extends ParameterReference<String>> m_method;

    private final String[] m_ids;

    /**
     * @param method refers to the choice
     * @param ids ids of the methods, at least one
     */
    protected MethodChosen(final Class<? extends ParameterReference<String>> method, final String... ids) {
        m_method = method;
        m_ids = ids;
    }

    @Override
    public final EffectPredicate init(final PredicateInitializer initializer) {
        return Arrays.stream(m_ids).map(id -> initializer.getString(m_method).isEqualTo(id))
            .reduce(EffectPredicate::or).orElseThrow();
    }
}
