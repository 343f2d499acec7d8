// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of SIMILAR: unlike the private images. */
@LoadDefaultsForAbsentFields
final class SimilarConditionalGainParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Function {
            @Label(value = "FLCG",
                description = "Facility location: images that stand for those that no private image is like.")
            FLCG, //
            @Label(value = "GCCG",
                description = "Graph cut: like all others, unlike the private images and each other.")
            GCCG, //
            @Label(value = "LogDetCG",
                description = "Log-determinant: what private images and those chosen before explain least.")
            LOG_DET_CG;
    }

    @Widget(title = "Function", description = "How what images add to the private images is measured.")
    Function m_function = Function.FLCG;

    @Widget(title = "Weight of the private images (nu)", description = """
            How much likeness to the private images counts.
            """)
    @NumberInputWidget(minValidation = Limits.FromHundredth.class, maxValidation = Limits.UpToHundred.class)
    double m_nu = 1;
}
