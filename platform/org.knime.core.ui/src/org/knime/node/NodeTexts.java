// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.util.Version;

/** What a node is called and how it is explained. */
record NodeTexts(String name, String icon, String shortDescription, String fullDescription, Version since) {
}
