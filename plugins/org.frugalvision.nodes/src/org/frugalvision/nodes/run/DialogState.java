// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.knime.node.parameters.NodeParametersInput;

/**
 * What a dialog asks for when it opens. The same as in KNIME's interface, but it throws nothing: without it the
 * compiler would write the interface's exception, an internal class of KNIME, into every class that overwrites the
 * method.
 *
 * @param <S> type of the answer
 */
public abstract class DialogState<S> {

    /**
     * @param context the inputs of the node
     * @return the answer
     */
    public abstract S computeState(NodeParametersInput context);
}
