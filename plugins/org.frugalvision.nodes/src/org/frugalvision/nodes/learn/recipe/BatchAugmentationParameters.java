// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.BatchAugmentation;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link BatchAugmentation}. */
@LoadDefaultsForAbsentFields
final class BatchAugmentationParameters implements NodeParameters {

    @Widget(title = "Copies of each image", description = """
            How often each image comes in its batch, 1 to 64; the multiply-adds grow as much.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo64.class)
    int m_copies = BatchAugmentation.DEFAULT.copies();
}
