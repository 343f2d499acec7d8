// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.function.Supplier;

import org.frugalvision.nodes.run.DialogState;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.util.BooleanReference;

/** How the seed depends on the limit per class: conditions of dialogs read no numbers, so a hidden field has it. */
final class LimitEffects {

    private LimitEffects() {
    }

    /** Refers to the limit. */
    static final class LimitReference implements ParameterReference<Integer> {
    }

    /** Refers to whether there is a limit. */
    static final class LimitedReference implements BooleanReference {
    }

    /** Whether there is a limit. */
    static final class IsLimited extends DialogState<Boolean> implements StateProvider<Boolean> {

        private Supplier<Integer> m_limit;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_limit = initializer.computeFromValueSupplier(LimitReference.class);
        }

        @Override
        public Boolean computeState(final NodeParametersInput context) {
            return m_limit.get() > 0;
        }
    }
}
