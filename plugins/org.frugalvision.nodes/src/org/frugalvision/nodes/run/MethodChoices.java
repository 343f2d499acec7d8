// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.util.List;
import java.util.function.Supplier;

import org.frugalvision.engine.run.MethodInfo;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** The methods of a registry as choices: people read the labels, and the ids are stored. */
public abstract class MethodChoices extends DialogState<List<StringChoice>> implements StringChoicesProvider {

    private final Supplier<List<? extends MethodInfo>> m_infos;

    /** @param infos of the registry */
    protected MethodChoices(final Supplier<List<? extends MethodInfo>> infos) {
        m_infos = infos;
    }

    @Override
    public final List<String> choices(final NodeParametersInput context) {
        return m_infos.get().stream().map(MethodInfo::id).toList();
    }

    @Override
    public final List<StringChoice> computeState(final NodeParametersInput context) {
        return m_infos.get().stream().map(info -> new StringChoice(info.id(), info.label())).toList();
    }
}
