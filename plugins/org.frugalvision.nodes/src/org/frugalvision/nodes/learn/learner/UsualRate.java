// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.function.Supplier;

import org.frugalvision.engine.train.UpdaterInfo;
import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.run.DialogState;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/**
 * The learning rate that is usual for an optimizer. The dialog sets it when another optimizer is chosen, and only then;
 * what is stored is a number like any other.
 */
final class UsualRate extends DialogState<Double> implements StateProvider<Double> {

    private Supplier<String> m_optimizer;

    @Override
    public void init(final StateProviderInitializer initializer) {
        m_optimizer = initializer.computeFromValueSupplier(UpdaterParameters.UpdaterReference.class);
    }

    @Override
    public Double computeState(final NodeParametersInput context) {
        return of(m_optimizer.get());
    }

    private static double of(final String optimizer) {
        return Updaters.infos().stream().filter(info -> info.id().equals(optimizer)).mapToDouble(UpdaterInfo::usualRate)
            .findFirst().orElseGet(() -> Updaters.infos().get(0).usualRate());
    }
}
