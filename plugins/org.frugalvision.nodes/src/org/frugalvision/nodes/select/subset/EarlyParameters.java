// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of networks that are trained inside. */
@LoadDefaultsForAbsentFields
final class EarlyParameters implements NodeParameters {

    @Widget(title = "Networks to train", description = """
            From how many starts; what they say is averaged.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToHundred.class)
    int m_networks = 10;

    @Widget(title = "Epochs", description = """
            How long each network is trained on all images.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    int m_epochs = 10;
}
