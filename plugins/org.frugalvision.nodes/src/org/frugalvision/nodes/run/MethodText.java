// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.engine.run.MethodInfo;

/** Text of the registries as it may stand in a node description, which KNIME reads as XML. */
public final class MethodText {

    private MethodText() {
    }

    /**
     * @param methods of a registry
     * @return a list with id, label, summary, verdict and paper of each
     */
    public static String list(final List<? extends MethodInfo> methods) {
        return methods.stream().map(info -> "<li><b>%s</b> (%s): %s</li>".formatted(info.id(), escaped(info.label()),
            escaped("%s %s (%s)".formatted(info.summary(), info.verdict(), info.paper()))))
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /**
     * @param text plain text
     * @return the same for XML
     */
    public static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
