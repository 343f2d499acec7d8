// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

/** Text of the registries as it may stand in a node description, which KNIME reads as XML. */
public final class MethodText {

    private MethodText() {
    }

    /**
     * @param text plain text
     * @return the same for XML
     */
    public static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
