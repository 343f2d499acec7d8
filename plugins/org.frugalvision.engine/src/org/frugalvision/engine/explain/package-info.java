// SPDX-License-Identifier: Apache-2.0
/** What in an image a network looks at: heat maps of the evidence for a class. */
package org.frugalvision.engine.explain;
