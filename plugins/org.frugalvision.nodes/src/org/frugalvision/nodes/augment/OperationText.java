// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.engine.augment.OperationInfo;
import org.frugalvision.nodes.run.MethodText;

/** The operations as they stand in a node description, which KNIME reads as XML. */
public final class OperationText {

    private OperationText() {
    }

    /**
     * @param operations of the registry
     * @return a list with label, id, summary, magnitude and paper of each
     */
    public static String list(final List<OperationInfo> operations) {
        return operations.stream().map(info -> "<li><b>%s</b> (%s): %s</li>".formatted(
            MethodText.escaped(info.label()), info.id(), MethodText.escaped(text(info))))
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String text(final OperationInfo info) {
        return info.summary() + (info.magnitude().isThere() ? " Magnitude: %s.".formatted(info.magnitude()) : "")
            + (info.needsColour() ? " RGB only." : "")
            + (info.paper().isEmpty() ? "" : " (%s)".formatted(info.paper()));
    }
}
