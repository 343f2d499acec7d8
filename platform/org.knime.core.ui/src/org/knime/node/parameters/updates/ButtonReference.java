// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** The name of a button of a dialog. */
public interface ButtonReference {
}
