// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import org.frugalvision.engine.drift.DriftDetectors;
import org.frugalvision.nodes.run.MethodChoices;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** One of the detectors that watch. */
@LoadDefaultsForAbsentFields
final class DetectorParameters implements NodeParameters {

    /** The registered detectors. */
    static final class Detectors extends MethodChoices {
        Detectors() {
            super(DriftDetectors::infos);
        }
    }

    @Widget(title = "Detector", description = "What watches the stream; the node description tells them apart.")
    @ChoicesProvider(Detectors.class)
    String m_detector = "adwin";

    static DetectorParameters of(final String detector) {
        final var parameters = new DetectorParameters();
        parameters.m_detector = detector;
        return parameters;
    }
}
