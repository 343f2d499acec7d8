// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.ProgressiveDepth;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Settings of {@link ProgressiveDepth}. */
@LoadDefaultsForAbsentFields
final class ProgressiveDepthParameters implements NodeParameters {

    @Widget(title = "Depths", description = """
            In how many depths the network is trained: with 2, half of the residual blocks of each stage learn first;
            with 3, a quarter of them before that.
            """)
    @NumberInputWidget(minValidation = AtLeastTwo.class, maxValidation = AtMostSix.class)
    int m_levels = ProgressiveDepth.DEFAULT.levels();

    @Widget(title = "Share of epochs of each shallow training", description = """
            How long each shallower network learns, as a share of Epochs of the CNN Learner; above 0, at most 1. The
            whole network learns for all epochs afterwards.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_share = ProgressiveDepth.DEFAULT.share();

    static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    static final class AtMostSix extends MaxValidation {
        @Override
        protected double getMax() {
            return 6;
        }
    }
}
