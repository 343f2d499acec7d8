// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.run.MethodChoices;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** One of the methods that are compared, with its usual settings. */
@LoadDefaultsForAbsentFields
final class MethodParameters implements NodeParameters {

    /** The registered methods. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Selectors::infos);
        }
    }

    @Widget(title = "Method", description = "How the images are chosen; see the Image Subset Selector.")
    @ChoicesProvider(Methods.class)
    String m_method = "k-means";

    static MethodParameters of(final String method) {
        final var parameters = new MethodParameters();
        parameters.m_method = method;
        return parameters;
    }
}
