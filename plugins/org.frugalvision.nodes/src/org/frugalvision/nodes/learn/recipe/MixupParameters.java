// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.Mixup;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of {@link Mixup}. */
@LoadDefaultsForAbsentFields
final class MixupParameters implements NodeParameters {

    @Widget(title = "Evenness of the mix (alpha)", description = """
            How evenly two images are mixed: 0.2 leaves most batches nearly as they are, 1 makes all shares equally
            likely, more prefers halves; from 0.05 to 100.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwentieth.class, maxValidation = Limits.UpToHundred.class)
    double m_alpha = Mixup.DEFAULT.alpha();
}
