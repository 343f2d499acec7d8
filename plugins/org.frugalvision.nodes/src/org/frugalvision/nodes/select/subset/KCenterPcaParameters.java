// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of k-center greedy on principal components. */
@LoadDefaultsForAbsentFields
final class KCenterPcaParameters implements NodeParameters {

    @Widget(title = "Principal components", description = """
            In how many directions images are compared: those in which they differ most. All are used if there are
            fewer.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToThousand.class)
    int m_components = 50;
}
