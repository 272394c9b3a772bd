// React 19 sets a custom element's properties, and listens to its events by their names after `on`.
// Importing the package defines the element before React draws one.
import "assay-badge";
import { useState } from "react";
import badge from "../../../rich-genuine.json?url";
import registry from "../../../registry.json?url&no-inline";
import credential from "../../../expired.json";

export function App() {
  const [headline, setHeadline] = useState("");
  return (
    <main>
      <h1>Robin Learner</h1>

      {/* By its address. The link is what a reader sees until the badge is there. */}
      <assay-badge
        id="by-address"
        src={badge}
        registry={registry}
        checker="https://badges.example/assay/"
        onbadge-verdict={({ detail }) => setHeadline(detail.headline)}
      >
        <a href={badge}>My badge in data analysis</a>
      </assay-badge>
      <p>This page was told: <output>{headline}</output></p>

      {/* A credential that the program has already. */}
      <assay-badge id="by-property" credential={credential} layout="compact" />
    </main>
  );
}
