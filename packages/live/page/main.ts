document.body.append("dd0c-track dev");
