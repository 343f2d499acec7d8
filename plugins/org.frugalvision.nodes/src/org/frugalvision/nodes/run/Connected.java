// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Whether an optional input is connected, for settings that do nothing without it. */
public abstract class Connected implements EffectPredicateProvider {

    private final int m_port;

    /** @param port index of the input */
    protected Connected(final int port) {
        m_port = port;
    }

    @Override
    public final EffectPredicate init(final PredicateInitializer initializer) {
        return initializer.getConstant(input -> input.getInPortSpec(m_port).isPresent());
    }
}
