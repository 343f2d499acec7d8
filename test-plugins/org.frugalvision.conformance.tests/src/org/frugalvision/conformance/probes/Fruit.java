// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.widget.choices.Label;

/** Some constants whose labels differ from their names. */
enum Fruit {
    @Label("A red apple")
    APPLE, //
    @Label("A yellow pear")
    PEAR
}
